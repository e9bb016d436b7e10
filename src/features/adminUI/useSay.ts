'use client'
import { useTranslation } from '@payloadcms/ui'
import { useCallback } from 'react'

import type { Text } from '../../lib/say.ts'
import { say } from '../../lib/say.ts'

/** Says a text in the language of the admin UI. */
export const useSay = (): ((text: Text) => string) => {
  const { i18n } = useTranslation()
  return useCallback((text: Text) => say({ i18n } as never, text), [i18n])
}
