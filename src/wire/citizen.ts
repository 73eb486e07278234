import { z } from 'zod'

/** Who is signed in in this browser. The number is masked. */
export const Me = z.discriminatedUnion('signedIn', [
  z.object({ signedIn: z.literal(false) }),
  z.object({
    signedIn: z.literal(true),
    name: z.string(),
    idNumber: z.string(),
    level: z.union([z.literal(1), z.literal(2)]).describe('1 实名账号，2 人脸核验（15 分钟内有效）'),
    expiresAt: z.string(),
  }),
])
export type Me = z.infer<typeof Me>
