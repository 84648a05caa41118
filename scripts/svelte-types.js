/*
 * Read by svelte-eslint-parser when it is loaded, so this module is imported before it. TypeScript then reads
 * components as the parser translates them: otherwise each one that is linted is another text than the one on
 * the disk, and all types are found out anew for it, which is half of the time for components. What imports a
 * component also knows the types of its props.
 */
process.env['SVELTE_ESLINT_PARSER_EXPERIMENTAL_TS_SYS_HOOK'] ??= '1';
