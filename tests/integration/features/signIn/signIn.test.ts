import { createHash, pbkdf2Sync } from 'node:crypto'

import { Secret, TOTP } from 'otpauth'
import { beforeAll, describe, expect, it } from 'vitest'

import { clientHeader } from '../../../../src/http/limits/clientAddress.ts'
import { mailsTo, mailTo } from '../../../support/mails.ts'
import { unique } from '../../../support/documents.ts'
import type { Client } from '../../../support/instance.ts'
import {
  graphQL,
  instance,
  password,
  request,
  requestJSON,
  sendMails,
  signIn,
} from '../../../support/instance.ts'

let coordinator: Awaited<ReturnType<typeof signIn>>

beforeAll(async () => {
  coordinator = await signIn({ role: 'coordinator' })
})

const address = (): string => `${unique('neu').replaceAll(' ', '-')}@example.org`

const post = (path: string, body: object, as?: Client, from = unique('client')) =>
  requestJSON(path, { as, body, from, method: 'POST' })

const login = (email: string, more: object = {}, from?: string) =>
  post('/api/users/login', { email, password, ...more }, undefined, from)

const me = async (as: Client) => (await requestJSON('/api/users/me', { as })).json.user

const bearer = (token: string): Client => ({ headers: { Authorization: `JWT ${token}` } })

const invite = async (more = {}) => {
  const email = address()
  const { json, status } = await post(
    '/api/users',
    { email, name: 'Neu', password: 'something that is not used', role: 'partner-editor', ...more },
    coordinator,
  )
  expect(status, JSON.stringify(json)).toBe(201)
  await sendMails()
  const mail = await mailTo(email, 'Einladung')
  return { email, id: json.doc.id as string, token: tokenIn(mail.text) }
}

const tokenIn = (text: string | undefined): string =>
  /\/set-password\/(\w+)/.exec(text ?? '')?.[1] ?? ''

const actionsOn = async (id: string): Promise<string[]> => {
  const { json } = await requestJSON(
    `/api/audit-log?where[documentId][equals]=${id}&sort=createdAt`,
    { as: coordinator },
  )
  return json.docs.map(({ action }: { action: string }) => action)
}

describe('an invitation', () => {
  it('should let somebody in who sets a password, once', async () => {
    const { email, id, token } = await invite()
    expect((await login(email, { password: 'something that is not used' })).status).toBe(401)
    const set = await post('/api/users/reset-password', { password, token })
    expect(set.status, JSON.stringify(set.json)).toBe(200)
    expect((await login(email)).status).toBe(200)
    const again = await post('/api/users/reset-password', { password: `${password}!`, token })
    expect(again.status).toBe(403)
    expect(await actionsOn(id)).toEqual([
      'create',
      'invite',
      'sign-in-failed',
      'sign-in',
      'change-password',
      'sign-in',
    ])
  })

  it('should be valid for seven days', async () => {
    const { email, token } = await invite()
    const payload = await instance()
    const { docs } = await payload.find({
      collection: 'users',
      showHiddenFields: true,
      where: { email: { equals: email } },
    })
    const days = (Date.parse(String(docs[0]?.resetPasswordExpiration)) - Date.now()) / 86_400_000
    expect(days).toBeGreaterThan(6.9)
    expect(days).toBeLessThanOrEqual(7)
    await payload.db.updateOne({
      collection: 'users',
      data: { resetPasswordExpiration: new Date(Date.now() - 1000).toISOString() },
      where: { email: { equals: email } },
    })
    expect((await post('/api/users/reset-password', { password, token })).status).toBe(403)
  })

  it('should be sent again by coordinators only; the older link ends', async () => {
    const { email, id, token } = await invite()
    const editor = await signIn({ role: 'partner-editor' })
    for (const as of [undefined, editor]) {
      expect((await post(`/api/users/${id}/invite`, {}, as)).status).toBe(404)
    }
    expect((await post(`/api/users/${id}/invite`, {}, coordinator)).status).toBe(202)
    await sendMails()
    expect((await post('/api/users/reset-password', { password, token })).status).toBe(403)
    const newest = tokenIn((await mailTo(email, 'Einladung')).text)
    expect((await post('/api/users/reset-password', { password, token: newest })).status).toBe(200)
  })

  it('should not be sent when the user cannot be made', async () => {
    const { email } = await invite()
    const before = mailsTo(email).length
    const twice = await post('/api/users', { email, name: 'Noch einmal' }, coordinator)
    expect(twice.status).toBe(400)
    await sendMails()
    expect(mailsTo(email)).toHaveLength(before)
  })
})

describe('a forgotten password', () => {
  it('should tell nothing about who exists', async () => {
    const { email } = await invite()
    const known = await post('/api/users/forgot-password', { email })
    const unknown = await post('/api/users/forgot-password', { email: address() })
    expect(known).toEqual(unknown)
    expect(known.status).toBe(200)
    await sendMails()
    const { text } = await mailTo(email, 'Neues Passwort')
    const token = tokenIn(text)
    expect((await post('/api/users/reset-password', { password, token })).status).toBe(200)
  })

  it('should be asked for by an address', async () => {
    for (const email of [undefined, 5, '', 'niemand', null, {}]) {
      expect((await post('/api/users/forgot-password', { email })).status).toBe(400)
    }
  })

  it('should be asked for a few times only', async () => {
    const email = address()
    const statuses = []
    for (let attempt = 0; attempt < 5; attempt += 1) {
      statuses.push((await post('/api/users/forgot-password', { email })).status)
    }
    expect(statuses).toEqual([200, 200, 200, 429, 429])
  })

  it('should have no other door', async () => {
    const { json } = await graphQL('mutation { forgotPasswordUser(email: "a@example.org") }')
    expect(json.errors[0].message).toContain('Cannot query field')
  })
})

describe('a password', () => {
  it.each([
    'kurz',
    'passwortpasswort',
    'qwertzuiopü123',
    'Braunschweig2026',
    '111111111111',
    'x'.repeat(201),
  ])('should not be %s', async (weak) => {
    const { token } = await invite()
    const { json, status } = await post('/api/users/reset-password', { password: weak, token })
    expect(status, JSON.stringify(json)).toBe(400)
    expect(json.errors[0].data.errors[0].message).toMatch(/Passwort/)
  })

  it('should end all other sessions when it is changed', async () => {
    const person = await signIn({ role: 'partner-editor' })
    const { json } = await login(person.email)
    const changed = await requestJSON(`/api/users/${person.id}`, {
      as: bearer(json.token),
      body: { currentPassword: password, password: 'a different horse and battery' },
      method: 'PATCH',
    })
    expect(changed.status).toBe(200)
    expect(await me(bearer(json.token))).toMatchObject({ email: person.email })
    expect(await me(person)).toBeNull()
  })
})

describe('signing in', () => {
  it('should look the same for those who exist and those who do not', async () => {
    const { email } = await signIn({ role: 'partner-editor' })
    const wrong = await login(email, { password: 'a wrong password' })
    const unknown = await login(address(), { password: 'a wrong password' })
    expect(wrong).toEqual(unknown)
    expect(wrong.status).toBe(401)
  })

  it.each(['REST', 'GraphQL'])('should be tried five times by %s, whoever exists', async (way) => {
    const attempt = async (email: string): Promise<number> =>
      way === 'REST'
        ? (await login(email, { password: 'a wrong password' })).status
        : (
            await graphQL(
              `mutation { loginUser(email: "${email}", password: "a wrong password") { token } }`,
            )
          ).json.errors[0].extensions.statusCode
    for (const email of [(await signIn({ role: 'partner-editor' })).email, address()]) {
      const statuses = []
      for (let number = 0; number < 6; number += 1) {
        statuses.push(await attempt(email))
      }
      expect(statuses).toEqual([401, 401, 401, 401, 401, 429])
      // The right password does not help any more.
      expect((await login(email)).status).toBe(429)
    }
  })

  it('should be tried for a few accounts only by one client', async () => {
    const from = unique('client')
    const statuses: number[] = []
    for (let number = 0; number < 21; number += 1) {
      statuses.push((await login(address(), { password: 'a wrong password' }, from)).status)
    }
    expect(statuses).toEqual([...Array.from({ length: 20 }, () => 401), 429])
  })

  it('should not be possible for those who are disabled, whose sessions end at once', async () => {
    const person = await signIn({ role: 'partner-editor' })
    expect(await me(person)).toMatchObject({ email: person.email })
    const payload = await instance()
    await payload.update({ id: person.id, collection: 'users', data: { disabled: true } })
    expect(await me(person)).toBeNull()
    const { json, status } = await login(person.email)
    expect(status).toBe(401)
    expect(json.errors[0].message).toMatch(/gesperrt/)
  })

  it('should be seen in one’s sessions, and be ended everywhere else', async () => {
    const person = await signIn({ role: 'partner-editor' })
    const other = bearer((await login(person.email)).json.token)
    const { json } = await requestJSON('/api/users/sessions', { as: person })
    expect(json.sessions.map((each: { isCurrent: boolean }) => each.isCurrent)).toEqual([
      true,
      false,
    ])
    expect(JSON.stringify(json)).not.toContain('"id"')
    expect((await post('/api/users/sessions/end-others', {}, person)).status).toBe(200)
    expect(await me(person)).toMatchObject({ email: person.email })
    expect(await me(other)).toBeNull()
    expect((await request('/api/users/sessions')).status).toBe(403)
  })
})

describe('a second factor', () => {
  const codeFor = (secret: string, steps = 0): string =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({
      timestamp: Date.now() + steps * 30_000,
    })

  const setUp = async () => {
    const person = await signIn({ role: 'partner-editor' })
    const begun = await post('/api/users/two-factor/begin', { currentPassword: password }, person)
    const secret = begun.json.secret as string
    expect(begun.json.image).toContain('<svg')
    const enabled = await post(
      '/api/users/two-factor/enable',
      { totp: codeFor(secret, -1) },
      person,
    )
    expect(enabled.status, JSON.stringify(enabled.json)).toBe(200)
    return { person, recoveryCodes: enabled.json.recoveryCodes as string[], secret }
  }

  it('should be asked for from then on, and each code work once', async () => {
    const { person, secret } = await setUp()
    const without = await login(person.email)
    expect(without.status).toBe(401)
    expect(without.json.errors[0].data).toEqual({ secondFactor: 'missing' })
    const wrong = await login(person.email, { totp: '000000' })
    expect(wrong.json.errors[0].data).toEqual({ secondFactor: 'wrong' })
    const code = codeFor(secret)
    expect((await login(person.email, { totp: code })).status).toBe(200)
    expect((await login(person.email, { totp: code })).status).toBe(401)
    expect((await login(person.email, { totp: codeFor(secret, 1) })).status).toBe(200)
  })

  it('should let one of two sign-ins with the same code in', async () => {
    const { person, secret } = await setUp()
    const totp = codeFor(secret)
    const replies = await Promise.all([1, 2, 3].map(() => login(person.email, { totp })))
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 401, 401])
  })

  it('should be replaced by each recovery code once', async () => {
    const { person, recoveryCodes } = await setUp()
    expect(recoveryCodes).toHaveLength(10)
    const totp = recoveryCodes[3]?.toUpperCase()
    expect((await login(person.email, { totp })).status).toBe(200)
    expect((await login(person.email, { totp })).status).toBe(401)
  })

  it('should not be guessed', async () => {
    const { person } = await setUp()
    const statuses = []
    for (let number = 0; number < 6; number += 1) {
      statuses.push((await login(person.email, { totp: String(number).repeat(6) })).status)
    }
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429])
  })

  it('should not be guessed to switch it off, even by who knows the password', async () => {
    const { person } = await setUp()
    const statuses = []
    for (let number = 0; number < 6; number += 1) {
      const body = { currentPassword: password, totp: String(number).repeat(6) }
      statuses.push((await post('/api/users/two-factor/disable', body, person)).status)
    }
    // The password and the code are an attempt each.
    expect(statuses).toEqual([400, 400, 429, 429, 429, 429])
  })

  it('should be asked for with a new password as well', async () => {
    const { person, secret } = await setUp()
    await post('/api/users/forgot-password', { email: person.email })
    await sendMails()
    const token = tokenIn((await mailTo(person.email, 'Neues Passwort')).text)
    const body = { password: 'a new horse and battery', token }
    const without = await post('/api/users/reset-password', body)
    expect(without.json.errors[0].data).toEqual({ secondFactor: 'missing' })
    expect((await login(person.email, { totp: codeFor(secret) })).status).toBe(200)
    const withCode = await post('/api/users/reset-password', { ...body, totp: codeFor(secret, 1) })
    expect(withCode.status).toBe(200)
  })

  it('should be seen by nobody', async () => {
    const { person, recoveryCodes, secret } = await setUp()
    const payload = await instance()
    const stored = await payload.find({
      collection: 'second-factors',
      where: { user: { equals: person.id } },
    })
    expect(stored.docs).toHaveLength(1)
    expect(JSON.stringify(stored)).not.toContain(secret)
    const replies = await Promise.all(
      [person, coordinator].map((as) => requestJSON(`/api/users/${person.id}`, { as })),
    )
    for (const { json } of replies) {
      expect(json.secondFactor).toBe(true)
      expect(JSON.stringify(json)).not.toContain(String(recoveryCodes[0]))
    }
    expect((await request('/api/second-factors', { as: coordinator })).status).toBe(403)
    const query = '/api/users?where[resetPasswordToken][exists]=true'
    expect((await request(query, { as: coordinator })).status).toBe(400)
  })

  it('should be reset by another coordinator when the phone is lost', async () => {
    const { person } = await setUp()
    expect((await post(`/api/users/${person.id}/reset-two-factor`, {}, person)).status).toBe(404)
    const own = await post(`/api/users/${coordinator.id}/reset-two-factor`, {}, coordinator)
    expect(own.status).toBe(409)
    const reset = { currentPassword: password }
    expect(
      (await post(`/api/users/${person.id}/reset-two-factor`, reset, coordinator)).status,
    ).toBe(200)
    expect(await me(person)).toBeNull()
    expect((await login(person.email)).status).toBe(200)
    expect(await actionsOn(person.id)).toContain('two-factor-off')
  })

  it('should not be switched on or off by writing to the account', async () => {
    const { person } = await setUp()
    for (const as of [person, coordinator]) {
      await requestJSON(`/api/users/${person.id}`, {
        as,
        body: { secondFactor: false },
        method: 'PATCH',
      })
    }
    expect((await login(person.email)).json.errors[0].data).toEqual({ secondFactor: 'missing' })
  })
})

describe('the current password', () => {
  const different = 'a different horse and battery'

  type Person = Awaited<ReturnType<typeof signIn>>
  type Attempt = (as: Person, of: Person, body: object) => ReturnType<typeof requestJSON>

  const byREST: Attempt = (as, of, body) =>
    requestJSON(`/api/users/${of.id}`, { as, body, from: unique('client'), method: 'PATCH' })
  const inBulk: Attempt = async (as, of, body) => {
    const { json, status } = await requestJSON(`/api/users?where[id][equals]=${of.id}`, {
      as,
      body,
      from: unique('client'),
      method: 'PATCH',
    })
    return { json: json.errors?.length ? json : { ...json, doc: json.docs[0] }, status }
  }
  const byGraphQL: Attempt = async (as, of, body) => {
    const { json } = await requestJSON('/api/graphql', {
      as,
      body: {
        query: `mutation ($data: mutationUserUpdateInput!) { updateUser(id: "${of.id}", data: $data) { id } }`,
        variables: { data: body },
      },
      from: unique('client'),
      method: 'POST',
    })
    return { json, status: json.errors?.[0]?.extensions?.statusCode ?? 200 }
  }
  const byLocalAPI: Attempt = async (as, of, body) => {
    const payload = await instance()
    try {
      const user = await payload.findByID({ id: as.id, collection: 'users' })
      await payload.update({
        id: of.id,
        collection: 'users',
        data: body,
        overrideAccess: false,
        req: { headers: new Headers({ [clientHeader]: unique('client') }) },
        user: { ...user, collection: 'users' },
      })
      return { json: {}, status: 200 }
    } catch (error) {
      const { data, status } = error as { data: object; status: number }
      return { json: { errors: [{ data }] }, status }
    }
  }

  const entrances: [string, Attempt][] = [
    ['REST', byREST],
    ['a bulk update', inBulk],
    ['GraphQL', byGraphQL],
    ['the Local API', byLocalAPI],
  ]

  describe.each(entrances)('by %s', (_, attempt) => {
    it.each([
      ['a password', () => ({ password: different })],
      ['an e-mail address', () => ({ email: address() })],
    ])('should be asked for before %s is changed, one’s own or of others', async (_what, body) => {
      const person = await signIn({ role: 'partner-editor' })
      for (const as of [person, await signIn({ role: 'coordinator' })]) {
        for (const currentPassword of [undefined, '', 'not the right one', different]) {
          const { json, status } = await attempt(as, person, { ...body(), currentPassword })
          expect(status, JSON.stringify(json)).toBe(400)
          expect(JSON.stringify(json)).toContain('currentPassword')
        }
      }
      expect((await login(person.email)).status).toBe(200)
      const { json, status } = await attempt(person, person, {
        ...body(),
        currentPassword: password,
      })
      expect(status, JSON.stringify(json)).toBe(200)
      expect((await login(person.email)).status).toBe(401)
    })
  })

  it('should not be asked for where the form sends the address that the account has', async () => {
    const person = await signIn({ role: 'partner-editor' })
    const { json, status } = await byREST(person, person, {
      email: person.email.toUpperCase(),
      name: 'Neuer Name',
    })
    expect(status).toBe(200)
    expect(json.doc.name).toBe('Neuer Name')
    expect(json.doc.currentPassword ?? null).toBeNull()
  })

  it('should not be tried out', async () => {
    const person = await signIn({ role: 'partner-editor' })
    const statuses = []
    for (let attempt = 0; attempt < 6; attempt += 1) {
      const body = { currentPassword: `wrong ${attempt}`, password: different }
      statuses.push((await byREST(person, person, body)).status)
    }
    expect(statuses).toEqual([400, 400, 400, 400, 400, 429])
  })

  it('should be asked for before a second factor is set up, or reset for somebody', async () => {
    const person = await signIn({ role: 'partner-editor' })
    const other = await signIn({ role: 'coordinator' })
    for (const body of [{}, { currentPassword: 'not the right one' }]) {
      expect((await post('/api/users/two-factor/begin', body, person)).status).toBe(400)
      const reset = await post(`/api/users/${person.id}/reset-two-factor`, body, other)
      expect(reset.status).toBe(400)
    }
  })

  it('should be known whichever way Payload has hashed it', async () => {
    const person = await signIn({ role: 'partner-editor' })
    const payload = await instance()
    const salt = 'a salt of long ago'
    await payload.db.updateOne({
      collection: 'users',
      data: { hash: pbkdf2Sync(password, salt, 25_000, 512, 'sha256').toString('hex'), salt },
      id: person.id,
    })
    const body = { currentPassword: password, password: different }
    expect((await byREST(person, person, body)).status).toBe(200)
  })
})

describe('a change of how somebody signs in', () => {
  const elsewhere = async ({ email }: { email: string }, more = {}): Promise<Client> =>
    bearer((await login(email, more)).json.token)

  it('should be recorded, told by mail, and sign out everywhere else: the password', async () => {
    const person = await signIn({ role: 'partner-editor' })
    const other = await elsewhere(person)
    await requestJSON(`/api/users/${person.id}`, {
      as: person,
      body: { currentPassword: password, password: 'a different horse and battery' },
      from: unique('client'),
      method: 'PATCH',
    })
    expect(await me(other)).toBeNull()
    expect(await me(person)).toMatchObject({ email: person.email })
    expect(await actionsOn(person.id)).toContain('change-password')
    await sendMails()
    expect((await mailTo(person.email, 'Passwort wurde geändert')).text).toMatch(
      /Waren Sie es nicht/,
    )
  })

  it('should be recorded and told by mail: the password, by the link of a mail', async () => {
    const { email, id, token } = await invite()
    expect(await actionsOn(id)).not.toContain('change-password')
    await post('/api/users/reset-password', { password, token })
    expect(await actionsOn(id)).toContain('change-password')
    await sendMails()
    await mailTo(email, 'Passwort wurde geändert')
  })

  it('should be told to the former address: the e-mail address, which ends links to set a password', async () => {
    const person = await signIn({ role: 'partner-editor' })
    const other = await elsewhere(person)
    await post('/api/users/forgot-password', { email: person.email })
    await sendMails()
    const token = tokenIn((await mailTo(person.email, 'Neues Passwort')).text)
    const email = address()
    await requestJSON(`/api/users/${person.id}`, {
      as: await signIn({ role: 'coordinator' }),
      body: { currentPassword: password, email },
      from: unique('client'),
      method: 'PATCH',
    })
    expect(await me(other)).toBeNull()
    expect(await actionsOn(person.id)).toContain('change-email')
    await sendMails()
    expect((await mailTo(person.email, 'E-Mail-Adresse wurde geändert')).text).not.toContain(email)
    expect((await post('/api/users/reset-password', { password, token })).status).toBe(403)
    expect((await login(email)).status).toBe(200)
  })

  it('should be told by mail and sign out everywhere else: the second factor', async () => {
    const person = await signIn({ role: 'partner-editor' })
    const other = await elsewhere(person)
    const { json } = await post(
      '/api/users/two-factor/begin',
      { currentPassword: password },
      person,
    )
    const totp = new TOTP({ secret: Secret.fromBase32(json.secret) })
    const code = (steps: number) => totp.generate({ timestamp: Date.now() + steps * 30_000 })
    await post('/api/users/two-factor/enable', { totp: code(-1) }, person)
    expect(await me(other)).toBeNull()
    expect(await me(person)).toMatchObject({ email: person.email })
    await sendMails()
    await mailTo(person.email, 'eingerichtet')
    const without = await post('/api/users/two-factor/disable', { totp: code(0) }, person)
    expect(without.status).toBe(400)
    const off = await post(
      '/api/users/two-factor/disable',
      { currentPassword: password, totp: code(0) },
      person,
    )
    expect(off.status, JSON.stringify(off.json)).toBe(200)
    expect(await actionsOn(person.id)).toEqual(
      expect.arrayContaining(['two-factor-on', 'two-factor-off']),
    )
    await sendMails()
    await mailTo(person.email, 'abgeschaltet')
  })
})

describe('the audit log', () => {
  it('should hold no e-mail address of those who failed to sign in', async () => {
    const email = address()
    await login(email)
    const { json } = await requestJSON('/api/audit-log?limit=100', { as: coordinator })
    expect(JSON.stringify(json)).toContain('sign-in-failed')
    expect(JSON.stringify(json)).not.toContain(email)
    expect(JSON.stringify(json)).not.toContain(createHash('sha256').update(email).digest('hex'))
  })

  it('should keep what is younger than the setting says, and no more', async () => {
    const payload = await instance()
    const entry = async (days: number): Promise<string> => {
      const { id } = await payload.create({
        collection: 'audit-log',
        data: {
          action: 'publish',
          createdAt: new Date(Date.now() - days * 86_400_000).toISOString(),
          entity: 'retention',
        },
      })
      return id
    }
    const young = await entry(364)
    await entry(366)
    await payload.jobs.queue({ input: {}, queue: 'retention', task: 'tidyUp' })
    await payload.jobs.run({ queue: 'retention' })
    const { docs } = await payload.find({
      collection: 'audit-log',
      where: { entity: { equals: 'retention' } },
    })
    expect(docs.map(({ id }) => id)).toEqual([young])
    await payload.delete({ collection: 'audit-log', where: { entity: { equals: 'retention' } } })
  })
})
