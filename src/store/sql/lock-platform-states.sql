-- Waits for claims that are being made (they may write this table) and lets none begin before the commit; whoever only reads goes on.
lock table platform_state in share row exclusive mode
