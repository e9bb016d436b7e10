import type { DefaultServerCellComponentProps } from 'payload'

import React from 'react'

import { timesOf } from './times.ts'
import { Times } from './Times.tsx'

/** A cell in a list: when a document will be published or unpublished. */
export const ScheduledCell = async ({
  i18n,
  payload,
  rowData,
}: DefaultServerCellComponentProps) => (
  <Times i18n={i18n} times={await timesOf(payload, String(rowData.id))} />
)
