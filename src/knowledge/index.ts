/** The library: guides → passages → hybrid search. */
export type { FoundPassage, Library, Passage, SearchResult } from './passage.ts'
export { createLibrary, type LibraryTools } from './library.ts'
export { cutPassages } from './cut-passages.ts'
export { guideSummary, guideView } from './guide-view.ts'
export type { LibraryContent } from './edition.ts'
