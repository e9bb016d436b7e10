'use client'
import { Button, Modal, useAuth, useModal } from '@payloadcms/ui'
import React from 'react'

import type { User } from '../../payload-types.ts'
import { useSay } from '../adminUI/useSay.ts'
import { ImportDialog } from './ImportDialog.tsx'

import './exchange.css'

const exporting = 'export-partners'
const importing = 'import-partners'

/** Buttons above the list of partners by which coordinators export and import it as a spreadsheet. */
export const Exchange = () => {
  const say = useSay()
  const { user } = useAuth<User>()
  const { closeModal, isModalOpen, openModal } = useModal()
  if (user?.role !== 'coordinator') {
    return null
  }
  return (
    <div className="exchange">
      <Button buttonStyle="secondary" onClick={() => openModal(importing)} size="small">
        {say({ de: 'Importieren (CSV)', en: 'Import (CSV)' })}
      </Button>
      <Button buttonStyle="secondary" onClick={() => openModal(exporting)} size="small">
        {say({ de: 'Exportieren (CSV)', en: 'Export (CSV)' })}
      </Button>
      <Modal className="exchange__modal" slug={importing}>
        {isModalOpen(importing) && <ImportDialog close={() => closeModal(importing)} />}
      </Modal>
      <Modal className="exchange__modal" slug={exporting}>
        <div className="exchange__box">
          <h2>{say({ de: 'Partner exportieren', en: 'Export partners' })}</h2>
          <p>
            {say({
              de: 'Die Datei öffnet sich in Excel und enthält den neuesten Stand jedes Partners, auch unveröffentlichte Entwürfe. Mit internen Angaben enthält sie auch geheime Anschriften: Bitte nur so lange aufbewahren, wie Sie sie brauchen, und nicht verschicken. Das Protokoll hält fest, wer sie exportiert.',
              en: 'The file opens in Excel and contains the latest state of each partner, including unpublished drafts. With internal fields, it also contains secret addresses: please keep it only as long as you need it, and do not pass it on. The audit log records who exports them.',
            })}
          </p>
          <div className="exchange__buttons">
            <Button buttonStyle="primary" el="anchor" url="/api/partners/export">
              {say({ de: 'Nur öffentliche Angaben', en: 'Public fields only' })}
            </Button>
            <Button buttonStyle="secondary" el="anchor" url="/api/partners/export?internal=true">
              {say({ de: 'Mit internen Angaben', en: 'With internal fields' })}
            </Button>
            <Button buttonStyle="secondary" onClick={() => closeModal(exporting)}>
              {say({ de: 'Schließen', en: 'Close' })}
            </Button>
          </div>
        </div>
      </Modal>
    </div>
  )
}
