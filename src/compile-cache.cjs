// Keeps compiled files between starts. Required before the first .ts file, or that file's types are stripped anew each time.
require("node:module").enableCompileCache?.();
