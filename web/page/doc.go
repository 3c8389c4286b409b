// Package page writes the HTML of the figure: the header with the picker and
// the tabs, the column of words, the readouts, and the empty layers that the
// running program fills. The site builder uses it to prerender the page, so
// that there is a figure to read before the program arrives or without it,
// and web/host uses the same functions to keep the words up to date.
//
// It is pure: a model goes in, a string comes out. Everything is scoped under
// the class relu-figure, has no id but where an element names another, and may occur many times on a page.
package page
