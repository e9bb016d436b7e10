export { confirmAddressField } from './confirmation.ts'
export { hideAddressEndpoint, hideAddressMutation } from './hideAddress.ts'
export {
  hideAddressThroughLocks,
  hideFormerAddress,
  keepAddressSecret,
} from './keepAddressSecret.ts'
