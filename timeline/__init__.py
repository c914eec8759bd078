"""A timeline from news: dated events read out of articles, kept in events.yaml, published as a website."""

__version__ = "0.1.0"
