import { OperatorError } from '../lib/OperatorError.ts'
import { runCommand } from './runCommand.ts'

/**
 * `npm run reset-two-factor -- name@example.org`: for an only coordinator who has lost both the phone and
 * the recovery codes. It needs no password, since people who can run it can read the database anyway.
 */
await runCommand(async () => {
  const email = process.argv[2]
  if (!email) {
    throw new OperatorError('Usage: npm run reset-two-factor -- name@example.org')
  }
  const [{ createLocalReq, getPayload }, { default: config }, { switchOff }] = await Promise.all([
    import('payload'),
    import('../../payload.config.ts'),
    import('../features/signIn/twoFactor.ts'),
  ])
  const payload = await getPayload({ config })
  const { docs } = await payload.find({
    collection: 'users',
    depth: 0,
    where: { email: { equals: email.toLowerCase() } },
  })
  if (!docs[0]) {
    throw new OperatorError(`There is no account with the address ${email}.`)
  }
  await switchOff(await createLocalReq({}, payload), docs[0].id)
  console.log(`${email} signs in with the password alone, until a second factor is set up again.`)
  await payload.destroy()
  process.exit(0)
})
