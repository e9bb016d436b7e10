export { fillSearchText } from './fillSearchText.ts'
export { search } from './search.ts'
export { searchQuery } from './searchQuery.ts'
export { keepSearchText, searchFields } from './searchText.ts'
