"""Ten tasks for `new rule`: five sentences to flag, five like them to leave alone."""

TASKS: dict[str, tuple[str, list[str], list[str]]] = {
    "promesse-de-gain": (
        "fr",
        [
            "Nos rendements sont garantis, foncez.",
            "Un rendement garanti de 8 % par an, c'est chez nous.",
            "Le gain est assuré, sans effort.",
            "Placez sans risque avec notre équipe.",
            "Votre capital travaille sans aucun risque.",
        ],
        [
            "Le rendement n'est pas garanti, lisez la notice.",
            "Nous prenons un risque avec ce projet, et c'est bien.",
            "Le gain de temps est réel depuis la mise à jour.",
            "Une place est assurée à la crèche de l'entreprise.",
            "Le capital social augmente en juin.",
        ],
    ),
    "client-nomme": (
        "fr",
        [
            "On vient de signer avec Ventoris, chut.",
            "Ventoris nous a choisis pour trois ans.",
            "Réunion chez Ventoris ce matin, ambiance au top.",
            "Le déploiement chez Ventoris a pris deux semaines.",
            "Merci à l'équipe de Ventoris pour sa confiance.",
        ],
        [
            "On vient de signer un nouveau contrat.",
            "Un client nous a choisis pour trois ans.",
            "Réunion chez nous ce matin, ambiance au top.",
            "Le déploiement a pris deux semaines.",
            "Merci à toute l'équipe pour sa confiance.",
        ],
    ),
    "ton-guerrier": (
        "fr",
        [
            "On va écraser la concurrence cette année.",
            "Nous avons écrasé nos rivaux sur ce marché.",
            "Il faut détruire la concurrence, point.",
            "Objectif : pulvériser les autres acteurs.",
            "Nos commerciaux pulvérisent tout le monde.",
        ],
        [
            "La concurrence nous pousse à faire mieux.",
            "Nous avons gagné des parts sur ce marché.",
            "Il faut respecter la concurrence.",
            "Objectif : servir les autres équipes.",
            "Nos commerciaux accueillent tout le monde.",
        ],
    ),
    "recrutement-jeune": (
        "fr",
        [
            "Nous cherchons un jeune diplômé dynamique.",
            "Une équipe jeune recherche son prochain talent.",
            "Profil junior, moins de 30 ans, merci de postuler.",
            "Poste ouvert à une jeune femme motivée.",
            "Idéal pour un jeune qui veut apprendre.",
        ],
        [
            "Nous cherchons une personne diplômée et curieuse.",
            "Une équipe soudée recherche son prochain talent.",
            "Profil débutant accepté, merci de postuler.",
            "Poste ouvert à toute personne motivée.",
            "Idéal pour qui veut apprendre.",
        ],
    ),
    "date-de-lancement": (
        "fr",
        [
            "Notre application sort le 12 mars, tenez-vous prêts.",
            "Lancement prévu en avril, restez à l'écoute.",
            "La version 4 sortira avant l'été.",
            "On lance la nouvelle offre le 3 juin.",
            "Sortie imminente de notre montre connectée.",
        ],
        [
            "Notre application est sortie hier, bravo à tous.",
            "Le café du lancement était délicieux.",
            "La version 3 fête ses deux ans.",
            "On a lancé la nouvelle offre, elle est en ligne.",
            "Je sors du bureau, belle journée.",
        ],
    ),
    "miracle-claim": (
        "en",
        [
            "This cream cures eczema in a week.",
            "Our drops cured my migraine for good.",
            "The only supplement that heals your joints.",
            "Say goodbye to back pain with our miracle patch.",
            "A miracle for tired skin, and it works overnight.",
        ],
        [
            "This cream is for dry skin.",
            "Our drops do not cure migraine, ask your doctor.",
            "The only supplement that I take is vitamin D.",
            "Say goodbye to Anna, who retires on Friday.",
            "It works overnight shifts, that charger.",
        ],
    ),
    "layoff-rumour": (
        "en",
        [
            "Heard that layoffs are coming in May.",
            "They will lay off half of the Leeds site.",
            "Word is our team gets cut next quarter.",
            "Job cuts at the plant, nobody has been told yet.",
            "Apparently two hundred people will be laid off.",
        ],
        [
            "I was made redundant in 2019 and found my way.",
            "They will open a new hall at the Leeds site.",
            "Our team gets new desks next quarter.",
            "The plant has a job fair on Monday.",
            "Apparently two hundred people came to the party.",
        ],
    ),
    "green-absolute": (
        "en",
        [
            "Our packaging is 100% sustainable.",
            "A carbon neutral flight for every customer.",
            "We are the greenest bank in town.",
            "Totally eco-friendly, zero impact.",
            "Zero impact shoes, made for the planet.",
        ],
        [
            "Our packaging is 40% recycled paper, audited in 2025.",
            "We measured the carbon of every flight.",
            "We are the oldest bank in town.",
            "Zero defects on the line this week.",
            "Shoes made in Porto by people I know.",
        ],
    ),
    "mocking-customers": (
        "en",
        [
            "Another stupid customer on the line today.",
            "Customers are so dumb, you would not believe it.",
            "This client is an idiot, no other word.",
            "Dealt with a dumb question from a buyer again.",
            "Idiots in the queue since nine this morning.",
        ],
        [
            "Another happy customer on the line today.",
            "Customers are so kind, you would not believe it.",
            "This client is a joy, no other word.",
            "Dealt with a good question from a buyer again.",
            "People in the queue since nine this morning.",
        ],
    ),
    "guaranteed-delivery": (
        "en",
        [
            "We guarantee delivery by Christmas.",
            "Delivery guaranteed or your money back.",
            "Your parcel will definitely arrive tomorrow.",
            "We promise it will arrive before the weekend.",
            "Guaranteed next-day shipping, always.",
        ],
        [
            "We cannot guarantee delivery by Christmas.",
            "Delivery takes three days on average.",
            "Your parcel should arrive tomorrow.",
            "I promised my son a kite before the weekend.",
            "“Guaranteed next-day shipping” is what we never say.",
        ],
    ),
}
