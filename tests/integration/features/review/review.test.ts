import { beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { mailsTo, mailTo } from '../../../support/mails.ts'
import { make, removeDocuments, unique } from '../../../support/documents.ts'
import type { Client } from '../../../support/instance.ts'
import {
  graphQL,
  instance,
  request,
  requestJSON,
  sendMails,
  signIn,
} from '../../../support/instance.ts'

removeDocuments()

type Person = Awaited<ReturnType<typeof signIn>>

let id: string
let name: string
let coordinator: Person
let editor: Person
let colleague: Person
let stranger: Person

beforeAll(async () => {
  coordinator = await signIn({ role: 'coordinator' })
  editor = await signIn({ role: 'partner-editor' })
  colleague = await signIn({ role: 'partner-editor' })
  stranger = await signIn({ partners: [(await make('partners')).id], role: 'partner-editor' })
})

beforeEach(async () => {
  name = unique('Beratung')
  id = (await make('partners', { description: 'Bisher', name })).id
  await assign([editor, colleague], [id])
})

const assign = async (people: Person[], partners: string[]): Promise<void> => {
  const payload = await instance()
  for (const person of people) {
    await payload.update({ id: person.id, collection: 'users', data: { partners } })
  }
}

const save = (as: Client, description: string, more = {}) =>
  requestJSON(`/api/partners/${id}?draft=true`, {
    as,
    body: { description, ...more },
    method: 'PATCH',
  })
const submit = (as: Client, body = {}) =>
  requestJSON(`/api/partners/${id}/submit`, { as, body, method: 'POST' })
const giveBack = (as: Client, body: object) =>
  requestJSON(`/api/partners/${id}/return`, { as, body, method: 'POST' })
const publish = (as: Client, body = {}) =>
  requestJSON(`/api/partners/${id}`, {
    as,
    body: { _status: 'published', ...body },
    method: 'PATCH',
  })
const draft = async (as: Client = coordinator) =>
  (await requestJSON(`/api/partners/${id}?draft=true`, { as })).json
const seenByPublic = async () => (await requestJSON(`/api/partners/${id}`)).json.description

describe('handing in', () => {
  it('should go from the draft to the coordinators and on to the public', async () => {
    await save(editor, 'Neu')
    const { json, status } = await submit(editor)
    expect(status).toBe(200)
    expect(json.review.state).toBe('submitted')
    expect(await seenByPublic()).toBe('Bisher')
    await sendMails()
    const mail = await mailTo(coordinator.email, `Zur Prüfung: ${name}`)
    expect(mail.text).toContain(`/admin/collections/partners/${id}`)
    expect(mail.html).toContain(`/admin/collections/partners/${id}`)

    expect((await publish(coordinator)).status).toBe(200)
    expect(await seenByPublic()).toBe('Neu')
    expect((await draft()).review).toMatchObject({ state: 'none', submittedAt: null })
    await sendMails()
    await mailTo(editor.email, `Veröffentlicht: ${name}`)
    await mailTo(colleague.email, `Veröffentlicht: ${name}`)
  })

  it('should go back with a note that the mail does not tell, and come again', async () => {
    await save(editor, 'Mit Fehler')
    await submit(editor)
    const note = unique('Bitte die Adresse in der Musterstraße weglassen')
    expect((await giveBack(coordinator, { note })).json.review).toMatchObject({
      note,
      state: 'returned',
    })
    expect((await draft(editor)).review.note).toBe(note)
    await sendMails()
    const mail = await mailTo(editor.email, `Bitte noch einmal ansehen: ${name}`)
    expect(`${mail.text} ${String(mail.html)}`).not.toContain('Musterstraße')

    await save(editor, 'Ohne Fehler')
    expect((await submit(editor)).json.review).toMatchObject({ note: null, state: 'submitted' })
    await publish(coordinator)
    expect(await seenByPublic()).toBe('Ohne Fehler')
  })

  it('should work by GraphQL, with the same rights', async () => {
    await save(editor, 'Neu')
    const hidden = `{ review { state } internal { officeNotes } }`
    const submitted = await graphQL(`mutation { submitPartner(id: "${id}") ${hidden} }`, {
      as: editor,
    })
    expect(submitted.json.data.submitPartner).toEqual({
      internal: { officeNotes: null },
      review: { state: 'submitted' },
    })
    const mutation = `mutation { returnPartner(id: "${id}", note: "Bitte ändern") { review { state } } }`
    const refused = await graphQL(mutation, { as: editor })
    expect(refused.json.errors[0].extensions.statusCode).toBe(403)
    expect(
      (await graphQL(mutation, { as: coordinator })).json.data.returnPartner.review.state,
    ).toBe('returned')
  })

  it('should change nothing and send no mail the second time, nor by a second editor', async () => {
    await save(editor, 'Neu')
    const first = await submit(editor)
    for (const again of [editor, colleague]) {
      const { json, status } = await submit(again)
      expect(status).toBe(200)
      expect(json).toEqual(first.json)
    }
    await sendMails()
    await mailTo(coordinator.email, name)
    expect(mailsTo(coordinator.email).filter((mail) => mail.subject?.includes(name))).toHaveLength(
      1,
    )
  })

  it('should be refused when there is nothing to hand in', async () => {
    const { json, status } = await submit(editor)
    expect(status).toBe(409)
    expect(json.errors[0].message).toMatch(/keine Änderungen/)
  })

  it('should be for the own editors only, and tell nobody else anything', async () => {
    await save(editor, 'Neu')
    for (const as of [stranger, coordinator, { headers: {} }]) {
      expect((await submit(as)).status).toBe(404)
    }
    expect((await draft()).review.state).toBe('none')
  })

  it('should not be possible by writing the state', async () => {
    await save(editor, 'Neu', { review: { note: 'x', state: 'submitted' } })
    expect((await draft()).review.state).toBe('none')
  })
})

describe('handing back', () => {
  it('should need a note', async () => {
    await save(editor, 'Neu')
    await submit(editor)
    for (const note of [undefined, '', '  ', 5, 'x'.repeat(2001)]) {
      expect((await giveBack(coordinator, { note })).status).toBe(400)
    }
  })

  it('should need something that was handed in', async () => {
    await save(editor, 'Neu')
    expect((await giveBack(coordinator, { note: 'Bitte' })).status).toBe(409)
  })

  it('should be for coordinators only', async () => {
    await save(editor, 'Neu')
    await submit(editor)
    for (const as of [editor, stranger, { headers: {} }]) {
      expect((await giveBack(as, { note: 'Bitte' })).status).toBe(403)
    }
  })
})

describe('while something is handed in', () => {
  beforeEach(async () => {
    await save(editor, 'Eingereicht')
    await submit(editor)
  })

  it('should let the editor go on: what is reviewed is the newest draft', async () => {
    const before = await draft()
    await save(editor, 'Noch besser')
    const { review } = await draft()
    expect(review.state).toBe('submitted')
    // The coordinator who still looks at the older state does not publish what was never seen.
    const stale = await publish(coordinator, { updatedAt: before.updatedAt })
    expect(stale.status).toBe(409)
    expect((await giveBack(coordinator, { note: 'x', updatedAt: before.updatedAt })).status).toBe(
      409,
    )
    expect(await seenByPublic()).toBe('Bisher')
    const { updatedAt } = await draft()
    expect((await publish(coordinator, { updatedAt })).status).toBe(200)
    expect(await seenByPublic()).toBe('Noch besser')
  })

  it('should stay handed in when a coordinator corrects the draft', async () => {
    await save(coordinator, 'Korrigiert')
    expect(await draft()).toMatchObject({
      description: 'Korrigiert',
      review: { state: 'submitted' },
    })
  })

  it('should tell whoever looks after the partner by then', async () => {
    await assign([editor], [])
    await publish(coordinator)
    await sendMails()
    await mailTo(colleague.email, `Veröffentlicht: ${name}`)
    expect(mailsTo(editor.email).some((mail) => mail.subject?.includes(name))).toBe(false)
  })

  it('should keep out the editor who was moved to another partner', async () => {
    await assign([editor], [(await make('partners')).id])
    expect((await save(editor, 'Nachträglich')).status).toBe(403)
    expect((await submit(editor)).status).toBe(404)
    expect((await draft()).description).toBe('Eingereicht')
    expect((await draft(editor)).description).toBe('Bisher')
  })

  it('should send nothing about a partner that is deleted before the mail goes out', async () => {
    const payload = await instance()
    await publish(coordinator)
    await payload.delete({ id, collection: 'partners' })
    await sendMails()
    expect(mailsTo(colleague.email).some((mail) => mail.subject?.includes(name))).toBe(false)
  })

  it('should be written to the audit log, without a value', async () => {
    await giveBack(coordinator, { note: 'Streng vertraulich' })
    const { json } = await requestJSON(
      `/api/audit-log?where[documentId][equals]=${id}&sort=createdAt`,
      { as: coordinator },
    )
    expect(json.docs.map(({ action }: { action: string }) => action)).toEqual([
      'publish',
      'submit',
      'return',
    ])
    expect(JSON.stringify(json)).not.toContain('vertraulich')
  })
})

describe('the audit log', () => {
  it('should tell publishing and unpublishing from saving a draft', async () => {
    await save(coordinator, 'Entwurf')
    await requestJSON(`/api/partners/${id}`, {
      as: coordinator,
      body: { _status: 'draft' },
      method: 'PATCH',
    })
    await publish(coordinator)
    const { json } = await requestJSON(
      `/api/audit-log?where[documentId][equals]=${id}&sort=createdAt`,
      { as: coordinator },
    )
    expect(json.docs.map(({ action }: { action: string }) => action)).toEqual([
      'publish',
      'unpublish',
      'publish',
    ])
  })
})

describe('a trusted partner', () => {
  beforeEach(async () => {
    const payload = await instance()
    await payload.update({ id, collection: 'partners', data: { trusted: true }, locale: 'de' })
  })

  it('should be published by its editors, when they say so', async () => {
    await save(editor, 'Entwurf')
    expect(await seenByPublic()).toBe('Bisher')
    expect((await publish(editor, { description: 'Selbst veröffentlicht' })).status).toBe(200)
    expect(await seenByPublic()).toBe('Selbst veröffentlicht')
  })

  it('should not be published in bulk, by strangers, or with what is the office’s to change', async () => {
    await requestJSON(`/api/partners?where[id][equals]=${id}`, {
      as: editor,
      body: { _status: 'published', description: 'Viele' },
      method: 'PATCH',
    })
    expect(await seenByPublic()).toBe('Bisher')
    expect((await publish(stranger, { description: 'Fremd' })).status).toBe(403)
    await publish(editor, { name: 'Umbenannt', trusted: false })
    expect((await draft()).name).toBe(name)
  })

  it('should not be unpublished by its editors', async () => {
    const attempts = [
      requestJSON(`/api/partners/${id}`, {
        as: editor,
        body: { _status: 'draft' },
        method: 'PATCH',
      }),
      request(`/api/partners/${id}?unpublishAllLocales=true`, {
        as: editor,
        body: {},
        method: 'PATCH',
      }),
    ]
    await Promise.all(attempts)
    expect(await seenByPublic()).toBe('Bisher')
  })
})
