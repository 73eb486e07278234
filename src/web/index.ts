export { renderGuidePage } from './guide-page.ts'
export { renderPortalPage } from './portal-page.ts'
