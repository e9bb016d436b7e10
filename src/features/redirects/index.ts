export { checkRedirect } from './checkRedirect.ts'
export { moveRedirect } from './moveRedirect.ts'
export { forgetRedirectsToDeleted, redirectOldAddress } from './redirectOldAddress.ts'
export { tellOfDeletedRedirect, tellOfRedirect } from './tellOfRedirects.ts'
