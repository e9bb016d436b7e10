import type { DefaultServerCellComponentProps } from 'payload'

import React from 'react'

import { timesOf } from './times.ts'
import { Times } from './Times.tsx'

/** In a list: when a document will be published or taken back. */
export const ScheduledCell = async ({
  i18n,
  payload,
  rowData,
}: DefaultServerCellComponentProps) => (
  <Times i18n={i18n} times={await timesOf(payload, String(rowData.id))} />
)
