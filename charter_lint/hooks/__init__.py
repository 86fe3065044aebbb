"""What other tools and browsers call: the HTTP server, its page, webhooks, receipts."""
