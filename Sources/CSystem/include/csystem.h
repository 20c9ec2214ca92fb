/* Linux system calls that Swift's Glibc module does not show. */
#ifndef CSYSTEM_H
#define CSYSTEM_H

/* openat2(2) with RESOLVE_BENEATH | RESOLVE_NO_MAGICLINKS: opens `path` for reading beneath the
   directory `root`, never outside it. Returns a descriptor, or -1 with errno. */
int scarp_open_beneath(int root, const char *path);

/* renameat2(2) with RENAME_EXCHANGE: lets two paths change places in one step. Returns 0, or -1 with
   errno. */
int scarp_exchange(const char *first, const char *second);

/* What scarp_enter_sandbox enforces; an error number says why it does not. */
struct scarp_sandbox {
  /* The version of Landlock in force, 0 where none. */
  int landlock;
  /* Why Landlock is not in force: an errno, 0 where it is. */
  int landlock_errno;
  /* Whether the process has a network namespace of its own, without any interface up. */
  int network;
  /* Why it has none: an errno, 0 where it has. */
  int network_errno;
};

/* Gives up what this process does not need, for good: files outside `read_roots` (reading) and
   `write_roots` (reading and writing), by Landlock; the network, by an empty namespace, or by
   Landlock's refusal of TCP where no namespace is to be had. Must be called while the process has
   one thread. Roots are paths of folders or files, the lists end with NULL; a root that does not
   exist is passed over.

   Always returns with `result` saying what is enforced; 0 where both files and network are, -1
   else. Where a root that exists cannot be added, Landlock is not entered. */
int scarp_enter_sandbox(const char *const *read_roots, const char *const *write_roots,
                        struct scarp_sandbox *result);

#endif
