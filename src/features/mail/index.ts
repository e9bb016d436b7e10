export { editorsOf } from './recipients.ts'
export { mailQueue, queueMail, sendMailTask } from './sendMail.ts'
export { mailTransport } from './transport.ts'
