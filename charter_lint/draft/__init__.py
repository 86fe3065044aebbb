"""A text to publish and what can be read off it without any rule."""
