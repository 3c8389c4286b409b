//go:build !js

package e2e

// rootJS is where the parts of the first figure of a page are, or null: every
// part is found from here.
const rootJS = `document.querySelector('[data-relu-figure]')`

// everyJS finds all elements of a page that match, the figure's parts included.
const everyJS = `(selector => [...document.querySelectorAll(selector)])`
