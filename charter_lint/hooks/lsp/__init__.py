"""The language server: findings in drafts and faults in charters, as they are typed."""
