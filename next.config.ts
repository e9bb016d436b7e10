import type { NextConfig } from 'next'

import { withPayload } from '@payloadcms/next/withPayload'

const nextConfig: NextConfig = {
  // src/server does it, for the API as well.
  compress: false,
  devIndicators: false,
  poweredByHeader: false,
  redirects: () => Promise.resolve([{ destination: '/admin', permanent: false, source: '/' }]),
  // `npm run check` does it, with more.
  typescript: { ignoreBuildErrors: true },
}

export default withPayload(nextConfig)
