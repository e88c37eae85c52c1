/** Chinese as it is set: a space between Han and Latin characters, none between Han and Han. */

/** With what has to stand between it and the Han character that follows. */
export const beforeHan = (text: string): string => (/\p{Script=Han}$/u.test(text) ? text : `${text} `);
