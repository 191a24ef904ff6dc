import parsePhoneNumber from 'libphonenumber-js/max'
import { serve } from './rounds.mjs'

const none = { e164: '', valid: false, type: undefined }

await serve((text, region) => {
  const number = parsePhoneNumber(text, region)
  return number ? { e164: number.number, valid: number.isValid(), type: number.getType() } : none
})
