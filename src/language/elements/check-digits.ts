const IDENTITY_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const IDENTITY_CHECKS = '10X98765432'
const CREDIT_CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const CREDIT_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

/** The 18th character of an identity number, from its first 17 digits. Source: GB 11643-1999. */
export function identityCheckCharacter(digits: string): string {
  let sum = 0
  for (const [index, weight] of IDENTITY_WEIGHTS.entries()) sum += Number(digits.charAt(index)) * weight
  return IDENTITY_CHECKS.charAt(sum % 11)
}

/** Whether 18 characters form a unified social credit code by their check character. Source: GB 32100-2015. */
export function creditCodeHolds(code: string): boolean {
  let sum = 0
  for (const [index, weight] of CREDIT_WEIGHTS.entries()) {
    const value = CREDIT_CHARACTERS.indexOf(code.charAt(index))
    if (value < 0) return false
    sum += value * weight
  }
  return code.length === 18 && code.charAt(17) === CREDIT_CHARACTERS.charAt((31 - (sum % 31)) % 31)
}

/** Whether a card number passes the Luhn check. Source: ISO/IEC 7812-1. */
export function luhnHolds(digits: string): boolean {
  let sum = 0
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits.charAt(digits.length - 1 - index))
    const doubled = index % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}
