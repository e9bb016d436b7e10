import type { NextConfig } from 'next'

import { withPayload } from '@payloadcms/next/withPayload'

const nextConfig: NextConfig = {
  // src/server does it, for the API as well.
  compress: false,
  devIndicators: false,
  // The API that Next has a copy of is answered by src/server; it need not be in memory.
  experimental: { preloadEntriesOnStart: false },
  poweredByHeader: false,
  // `npm run check` does it, with more.
  typescript: { ignoreBuildErrors: true },
}

export default withPayload(nextConfig)
