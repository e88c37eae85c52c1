/** What kind of machine this is, where its keys and clicks mean something else. */

export const onMac = (): boolean => /Mac|iPhone|iPad/.test(navigator.userAgent);
