/**
 * Lists of codes by which published documents are filtered. Payload's `indexes` cannot name them:
 * in SQLite each is a table of its own, in MongoDB an array in the document.
 */
export const filteredLists = [
  { collection: 'news', field: 'topics' },
  { collection: 'partners', field: 'districts' },
  { collection: 'partners', field: 'languages' },
  { collection: 'partners', field: 'services' },
  { collection: 'partners', field: 'targetGroups' },
] as const
