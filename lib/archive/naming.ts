import { z } from 'zod';

/** The reader's word that two names are one body's, as of a department that was renamed: `name` is to be listed under `body`. */
export const namingSchema = z.object({ name: z.string().min(1), body: z.string().min(1) });
export type Naming = z.infer<typeof namingSchema>;
