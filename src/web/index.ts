export { renderGuidePage } from './guide-page.ts'
export { renderMissingPage } from './missing-page.ts'
export { renderPortalPage } from './portal-page.ts'
