"""Changes: what is otherwise than it was, and whether the world changed or only what is known of it."""
