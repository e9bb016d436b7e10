import { beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { remindEditors } from '../../../../src/features/verification/remind.ts'
import { dayOf, daysAfter, noonOf, yearAfter } from '../../../../src/lib/days.ts'
import { mailsTo, mailTo } from '../../../support/mails.ts'
import { make, removeDocuments, unique } from '../../../support/documents.ts'
import type { Client } from '../../../support/instance.ts'
import {
  frontendKey,
  graphQL,
  instance,
  requestJSON,
  sendMails,
  signIn,
} from '../../../support/instance.ts'

removeDocuments()

type Person = Awaited<ReturnType<typeof signIn>>

const today = dayOf(new Date())
const confirmed = { reviewDue: noonOf(yearAfter(today)), verifiedAt: noonOf(today) }
const old = { reviewDue: '2021-06-01T12:00:00.000Z', verifiedAt: '2020-06-01T12:00:00.000Z' }

let id: string
let name: string
let coordinator: Person
let editor: Person

beforeAll(async () => {
  coordinator = await signIn({ role: 'coordinator' })
  editor = await signIn({ role: 'partner-editor' })
})

beforeEach(async () => {
  name = unique('Beratung')
  id = (
    await make('partners', { ...old, description: 'Öffentlich', name, services: ['counselling'] })
  ).id
  await assign(editor, [id])
})

const assign = async (person: Person, partners: string[]): Promise<void> => {
  const payload = await instance()
  await payload.update({ id: person.id, collection: 'users', data: { partners } })
}

const verify = (as: Client, body = {}, partner = id) =>
  requestJSON(`/api/partners/${partner}/verify`, { as, body, method: 'POST' })
const seenByPublic = async () => (await requestJSON(`/api/partners/${id}`)).json
const draft = async () =>
  (await requestJSON(`/api/partners/${id}?draft=true`, { as: coordinator })).json
const saveDraft = (as: Client, data: object) =>
  requestJSON(`/api/partners/${id}?draft=true`, { as, body: data, method: 'PATCH' })
const versions = async (): Promise<{ latest: boolean; version: { _status: string } }[]> =>
  (
    await requestJSON(`/api/partners/versions?where[parent][equals]=${id}&sort=-updatedAt`, {
      as: coordinator,
    })
  ).json.docs
const auditedActions = async (): Promise<string[]> =>
  (
    await requestJSON(`/api/audit-log?where[documentId][equals]=${id}&sort=createdAt`, {
      as: coordinator,
    })
  ).json.docs.map(({ action }: { action: string }) => action)

describe('confirming a profile', () => {
  it('should say that it was true today, and when it is due again', async () => {
    const { json, status } = await verify(editor)
    expect(status).toBe(200)
    expect(json).toMatchObject(confirmed)
    expect(await seenByPublic()).toMatchObject({
      ...confirmed,
      _status: 'published',
      description: 'Öffentlich',
      services: ['counselling'],
    })
    expect(json.updatedAt).toBe((await draft()).updatedAt)
    expect(await auditedActions()).toEqual(['publish', 'verify'])
  })

  it('should be for coordinators, too', async () => {
    expect((await verify(coordinator)).status).toBe(200)
    expect(await seenByPublic()).toMatchObject(confirmed)
  })

  it('should reach a newer draft without publishing it, in any language', async () => {
    const payload = await instance()
    await payload.update({
      id,
      collection: 'partners',
      data: { description: 'In English' },
      draft: true,
      locale: 'en',
    })
    await saveDraft(editor, { description: 'Entwurf', services: ['legal-advice', 'shelter'] })
    await requestJSON(`/api/partners/${id}/submit`, { as: editor, body: {}, method: 'POST' })
    const before = await versions()

    expect((await verify(editor)).status).toBe(200)

    expect(await seenByPublic()).toMatchObject({
      ...confirmed,
      _status: 'published',
      description: 'Öffentlich',
      services: ['counselling'],
    })
    expect(await draft()).toMatchObject({
      ...confirmed,
      _status: 'draft',
      description: 'Entwurf',
      review: { state: 'submitted' },
      services: ['legal-advice', 'shelter'],
    })
    const after = await versions()
    expect(after.map(({ version }) => version._status)).toEqual(
      before.map(({ version }) => version._status),
    )
    expect(after.filter(({ latest }) => latest)).toHaveLength(1)

    await requestJSON(`/api/partners/${id}`, {
      as: coordinator,
      body: { _status: 'published' },
      method: 'PATCH',
    })
    expect(await seenByPublic()).toMatchObject({ ...confirmed, description: 'Entwurf' })
    const english = await requestJSON(`/api/partners/${id}?locale=en`)
    expect(english.json.description).toBe('In English')
  })

  it('should leave the newest draft the one that is edited on', async () => {
    await saveDraft(editor, { description: 'Entwurf' })
    await verify(editor)
    await saveDraft(editor, { shortName: 'Kurz' })
    expect(await draft()).toMatchObject({
      ...confirmed,
      description: 'Entwurf',
      shortName: 'Kurz',
    })
    expect((await seenByPublic()).description).toBe('Öffentlich')
  })

  it('should change nothing the second time on the same day', async () => {
    const { updatedAt } = await draft()
    const first = await verify(editor, { updatedAt })
    for (const as of [editor, coordinator]) {
      const { json, status } = await verify(as, { updatedAt })
      expect(status).toBe(200)
      expect(json).toEqual(first.json)
    }
    expect(await auditedActions()).toEqual(['publish', 'verify'])
  })

  it('should be refused when the profile has changed since it was looked at', async () => {
    const { updatedAt } = await draft()
    await saveDraft(coordinator, { description: 'Inzwischen anders' })
    expect((await verify(editor, { updatedAt })).status).toBe(409)
    expect(await seenByPublic()).toMatchObject(old)
  })

  it('should be refused with a sentence when nothing is published', async () => {
    const unpublished = await make('partners', { _status: 'draft' })
    const { json, status } = await verify(coordinator, {}, unpublished.id)
    expect(status).toBe(409)
    expect(json.errors[0].message).toMatch(/noch nicht veröffentlicht/)
  })

  it('should tell nobody else anything', async () => {
    const stranger = await signIn({
      partners: [(await make('partners')).id],
      role: 'partner-editor',
    })
    for (const as of [stranger, await frontendKey(), { headers: {} }]) {
      expect((await verify(as)).status).toBe(404)
    }
    expect(await seenByPublic()).toMatchObject(old)
  })

  it('should work by GraphQL, with the same rights', async () => {
    const mutation = `mutation { verifyPartner(id: "${id}") { verifiedAt reviewDue } }`
    expect((await graphQL(mutation)).json.errors[0].extensions.statusCode).toBe(404)
    const { json } = await graphQL(mutation, { as: editor })
    expect(json.data.verifyPartner).toEqual(confirmed)
  })
})

describe('reminders', () => {
  const dueIn = async (days: number): Promise<void> => {
    const payload = await instance()
    const reviewDue = noonOf(daysAfter(today, days))
    await payload.update({ id, collection: 'partners', data: { ...old, reviewDue }, locale: 'de' })
  }
  const remind = async (): Promise<void> => {
    await remindEditors(await instance())
    await sendMails()
  }
  const subjects = (to = editor.email): string[] =>
    mailsTo(to)
      .map(({ subject }) => subject ?? '')
      .filter((subject) => subject.includes(name))

  it('should be sent once when a confirmation is due soon, and once when it is overdue', async () => {
    await dueIn(30)
    await remind()
    const mail = await mailTo(editor.email, `Bitte bestätigen: ${name}`)
    expect(mail.text).toContain(`/admin/collections/partners/${id}`)
    await remind()
    await dueIn(-1)
    await remind()
    await mailTo(editor.email, `Bestätigung überfällig: ${name}`)
    await remind()
    expect(subjects()).toEqual([`Bitte bestätigen: ${name}`, `Bestätigung überfällig: ${name}`])
  })

  it('should be sent again in the next year', async () => {
    await dueIn(-1)
    await remind()
    await verify(editor)
    await dueIn(-2)
    await remind()
    expect(subjects()).toHaveLength(2)
  })

  it('should wait until 30 days before, until it is published, and until there is an editor', async () => {
    await dueIn(31)
    await remind()
    const unpublished = await make('partners', { ...old, _status: 'draft', name })
    await assign(editor, [id, unpublished.id])
    await remind()
    expect(subjects()).toEqual([])
    await assign(editor, [])
    await dueIn(5)
    await remind()
    await assign(editor, [id])
    await remind()
    expect(subjects()).toEqual([`Bitte bestätigen: ${name}`])
  })

  it('should not be sent twice by two processes at once', async () => {
    await dueIn(-1)
    const payload = await instance()
    await Promise.allSettled([remindEditors(payload), remindEditors(payload)])
    await remind()
    expect(subjects()).toHaveLength(1)
  })
})
