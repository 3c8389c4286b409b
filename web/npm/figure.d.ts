/** Starts a figure in an element, or starts it again. */
export function mount(root: Element): Promise<void>;
/** Ends the figure in an element and gives back all it holds. */
export function unmount(root: Element): Promise<void>;
