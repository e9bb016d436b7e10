import type { ServerFunctionClient } from 'payload'

import config from '@payload-config'
import { handleServerFunctions, RootLayout } from '@payloadcms/next/layouts'
import React from 'react'

import type { Call } from '../../payload/serverFunctions.ts'
import { serverFunctions } from '../../payload/serverFunctions.ts'
import { importMap } from './admin/importMap.js'

import '@payloadcms/next/css'

const serverFunction: ServerFunctionClient = async ({ args, name }) => {
  'use server'
  const shared = { config, importMap, serverFunctions }
  const call = (await handleServerFunctions({
    ...shared,
    args: { call: { args, name } },
    name: 'narrow-call',
  })) as Call
  return handleServerFunctions({ ...shared, ...call })
}

const Layout = ({ children }: { children: React.ReactNode }) => (
  <RootLayout config={config} importMap={importMap} serverFunction={serverFunction}>
    {children}
  </RootLayout>
)

export default Layout
