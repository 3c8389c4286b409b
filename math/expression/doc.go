// Package expression turns the text of a formula into a tree and back.
package expression
