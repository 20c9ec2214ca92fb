/* Linux system calls that Swift's Glibc module does not show. */
#ifndef CSYSTEM_H
#define CSYSTEM_H

/* openat2(2) with RESOLVE_BENEATH | RESOLVE_NO_MAGICLINKS: opens `path` for reading beneath the
   directory `root`, never outside it. Returns a descriptor, or -1 with errno. */
int scarp_open_beneath(int root, const char *path);

#endif
