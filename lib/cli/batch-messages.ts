import { z } from 'zod';

/** To the worker: one file to check. `name` is what its report calls it. */
export const orderSchema = z.object({ file: z.string(), name: z.string(), locale: z.enum(['zh', 'en']) });
export type Order = z.infer<typeof orderSchema>;

/** From the worker: the report as one line of JSON, or why there is none. */
export const answerSchema = z.union([
  z.object({ report: z.string(), errors: z.number().int() }),
  z.object({ reason: z.string() }),
]);
export type Answer = z.infer<typeof answerSchema>;
