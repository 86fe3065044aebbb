"""Common English words, for telling whether a capital begins a sentence.

They are the words met most often in posts and technical prose in English. In newspapers
those of `LOWER` are never written with a capital inside a sentence, those of `EITHER` at
times are (in titles and names).
"""

from __future__ import annotations

LOWER = frozenset(
    """
    above accept accepts ad adding address adds afternoon allow allowed allows along already
    always animation announce announced annual answers anybody anyone anything application
    applications apply appoint argument arising arrange array ask asked asking attend available
    basic bed begin behavior behind being believe bench benchmark better between bit blame body
    borrow box branch break build built bus calculate call came car carbon carry cast cause caused
    celebrate certificate character characters charge chart check checked cheese choose claim
    client climb closes cold colleagues collect colors comment comments commit compare
    compatibility compatible complete completion conditions connection consider considered contact
    contain contains context contributing contribution contributions contributors convert copies
    copy copyright corner correct cost counted counter course create crew custom customer damages
    dark date decide default defined deliver delivery describe description desk details develop
    developers didn different directly discover discuss display document documentation does doesn
    doing donate done door doors double draw drawing drink early eight either else embrace employ
    empty enable encourage engineer enjoy enough ensure enter environment errors et etc evaluate
    event ever exactly examine example examples except excited experience explain explore
    expression extend extract eyes feature features feedback fellow felt figure file filed files
    fill final finally finish finished fish fit fitness fix fixed floor follow following forget
    format forward friend functions gave generate generated given gives goes going grab grateful
    ground guess handed handle hands happens happy hasn hear hearth helped her here him hire
    hiring hold holds honestly host hot hour hours huge hustle idea ignore imagine implement
    implementation implied import important improve include included including individual input
    inside install installation instead into invalid invest invite isn joined journalists journey
    keeps kept kick kids kitchen known lab language laptop laugh launch le leadership learn least
    length letters leverage liability liable libraries lift list listed listen living lock logo
    looking lose lot lunch maintain maintenance manage manager match matching mention merge
    message messages meter method mind mine minute missing mix modified modify months morning
    moved multiple myself necessary need needed needs neither neutral nights noon nor note nothing
    number numbers object odd officer ones opened opening opens operate optional original
    otherwise ours overall override owner pack packages page pages paid parking particular partner
    pass passed password paste path payroll pays pen per perform performance permission person
    personal phone photos pick picked planet play please pleased points pop position posting
    practice prepare present prevent printed printer printers prior private probably problem
    process product program promise proper protect proud provide provided provides publish
    published pull put question questions ran rang range reads reception recipe refer reflect
    refuse regular regulator relax remain remember remind reminder remove removed render replace
    reply representation reproduce require requires rescue respect respond result results returned
    right roll round runs safe same sat saw schedule scope score script seconds section secure
    select send sent sentence serve setting seven shared shed shelf shift shouldn shut signed
    similar simple sing single sit size skip skipped slices slides slow smile so solutions solve
    someone sorry sort source spaces speak specific specified spend spent spread stand standing
    started starting statement status step stick still stopped string studio style submit succeed
    such suggest sum supported supports suppose swim tables taking tap taste taught tea teach team
    telling ten term terms tested testing text thank thanks them things think though thought
    through thumb ticket tip title together tomorrow took tort train trained treat tried true try
    turn turned type understand unless updated updates us useful user uses using valid values
    variable ve vegetables version versions very via visitors volunteers wait waiting walk wanted
    wants warehouse warning warranties wear weekend weeks welcome went were wet whether which
    whole whom win window wish within without words worked working writer writing written yes
    yesterday yet your zero
    """.split()
)
EITHER = frozenset(
    """
    a about absolute access according account accounts across action actual add added additional
    adviser after again against age agency ago all also am an and another answer any are aren
    around as assistant associated at avoid away b back bad bank bar base based be because been
    before below best bid big birthday blue board boat book boost boss both bought breakfast bring
    brought building business but buy buying by c calendar called calls can card cards care case
    cases cat catch center chain change changed changes channel chapter checks class clean clear
    clients close closed club code coffee color come comes coming command common community company
    contract costs could couldn council count county court cover coverage credit cross current
    customers cut d dad data day days deal department des design development did director do dog
    don down drew drive drop dry du dull during each easy eat end ends error even evening every
    everybody everyone everything expect expected express extension face facilities fail fair fall
    false family far fast feel few field fields fight finance find fine fire firm first five flat
    focus food for form forms found four free friends from front full function fund further future
    garden gate general get gets getting give go gone good got grand great green group grow had
    half hall hand handling hard has have he head heard help high his holders home hope house how
    however identify if in includes increase index information interest internal introduce is
    issue issues it its itself job jobs join jump just keep key kind know knows la lady lane last
    late later latest law lead learning leave leaves leaving left legal less let letter level
    license life light like limited line lines link little live load local long longer look looks
    lost love lower machine made main make makes making man many march mark market marketing marks
    master mate matter may maybe me means meet meeting members met methods might million minutes
    miss money monitor month more most mostly move much must my name named names naming network
    never new next nice night nine no nobody none normal north not notes notice now of off offer
    office official often old on once one only open operating operations option options or order
    other others our out output outside over own package panel paper parents park part parts party
    past pay pension people photo place plan plant plus point policy possible post power press
    price print prints procurement produce project property public purpose push quarter quick
    quiet radio raise rate rather re reach react read reading ready real really reason record red
    reduce reference register reject related release repair report reported reports request
    requests reserve rest return returns review ride rights ring rise risk road room row rule
    rules run running s safety said sale sales save say saying says scheme school screen search
    seat second security see seen sell sending service services set sets several share she sheet
    ship shop shopping short should show side sign since site six sleep slide small social
    software sold some somebody something soup space special spring staff standard stars start
    starter starts state station stay stock stop store story straight street strong struggle
    students study stuff subject summer supply support sure swap switch system table take takes
    talk target tax tell test tests than that the their then there these they thing third this
    those three tickets time times to today told too tool tools top touch town track trade
    training travel tree trust twice two types under unit until up upgrade use used users usual
    usually value van video view visit voice vote wall want ward warranty was watch water way we
    week well what whatever when where while white who whose why will windows with woman won
    wonder word work works world worry worth would write wrong wrote year years you
    """.split()
)
