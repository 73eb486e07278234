export { renderGuidePage } from './guide-page.ts'
