"""Settings: resolved once at the door, frozen, handed on."""
