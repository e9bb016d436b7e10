import { environment } from '../environment.ts'

/** A year. */
const hsts = 'max-age=31536000; includeSubDomains'

/** Headers of every reply of the API and of the website. */
export const securityHeaders = (): Record<string, string> => ({
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  ...(environment.serverURL?.startsWith('https:') && { 'Strict-Transport-Security': hsts }),
})
