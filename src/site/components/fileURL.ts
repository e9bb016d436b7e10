/** The address of a file on this website: the API names it with the host, the CSP wants one's own. */
export const fileURL = (url: string): string => new URL(url, 'http://localhost').pathname
