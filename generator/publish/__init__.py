"""From pages to a site: the engine's adapter, pouring into its shells, the search index, headers, a plain page tree."""
