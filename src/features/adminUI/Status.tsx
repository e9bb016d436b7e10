'use client'
import { useDocumentInfo } from '@payloadcms/ui'
import React from 'react'

import { useSay } from './useSay.ts'

/**
 * The status of a document in words. Earlier versions are restored from the list of versions.
 *
 * Workaround (no issue known): Payload's own component also has "revert to published", which would
 * overwrite the draft with an older state. Can go when it can be left out; no test notices.
 */
export const Status = () => {
  const say = useSay()
  const { hasPublishedDoc, unpublishedVersionCount } = useDocumentInfo()
  return (
    <div className="status">
      <span className="status__value">
        {!hasPublishedDoc
          ? say({ de: 'Entwurf, noch nicht veröffentlicht', en: 'Draft, not published yet' })
          : unpublishedVersionCount > 0
            ? say({
                de: 'Veröffentlicht, mit neuerem Entwurf',
                en: 'Published, with a newer draft',
              })
            : say({ de: 'Veröffentlicht', en: 'Published' })}
      </span>
    </div>
  )
}
