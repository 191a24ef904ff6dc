import google from 'google-libphonenumber'
import { serve } from './rounds.mjs'

const library = google.PhoneNumberUtil.getInstance()
const e164Format = google.PhoneNumberFormat.E164
const none = { e164: '', valid: false, type: undefined }

await serve((text, region) => {
  try {
    const number = library.parse(text, region)
    return { e164: library.format(number, e164Format), valid: library.isValidNumber(number), type: library.getNumberType(number) }
  } catch {
    return none
  }
})
