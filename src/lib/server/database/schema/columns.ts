import { integer, text } from 'drizzle-orm/sqlite-core';

export const json = <T>(name: string) => text(name, { mode: 'json' }).$type<T>();
export const flag = (name: string) => integer(name, { mode: 'boolean' }).notNull().default(false);
/** A list's place among its siblings, from 0. */
export const position = () => integer().notNull().default(0);
