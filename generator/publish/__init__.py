"""From pages to a site: the engine's adapter, the pouring of pages into its shells, a plain page tree."""
