#define _GNU_SOURCE
#include "csystem.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/landlock.h>
#include <sched.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

/* Newer than the headers of the oldest supported system. */
#define ACCESS_FS_REFER (1ULL << 13)
#define ACCESS_FS_TRUNCATE (1ULL << 14)
#define ACCESS_NET_BIND_TCP (1ULL << 0)
#define ACCESS_NET_CONNECT_TCP (1ULL << 1)

struct ruleset {
  uint64_t fs;
  uint64_t net;
};

static const uint64_t readable = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;

/* All that version 1 knows but executing: a worker starts no program, so that is refused too. */
static const uint64_t writable =
    LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR | LANDLOCK_ACCESS_FS_WRITE_FILE |
    LANDLOCK_ACCESS_FS_REMOVE_DIR | LANDLOCK_ACCESS_FS_REMOVE_FILE | LANDLOCK_ACCESS_FS_MAKE_DIR |
    LANDLOCK_ACCESS_FS_MAKE_REG | ACCESS_FS_REFER | ACCESS_FS_TRUNCATE;

static const uint64_t version_1 = (1ULL << 13) - 1;

/* What a file, rather than a folder, can be allowed. */
static const uint64_t of_files =
    LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_WRITE_FILE | ACCESS_FS_TRUNCATE;

static int allow(int ruleset, const char *const *roots, uint64_t access) {
  for (; roots && *roots; roots++) {
    int root = open(*roots, O_PATH | O_CLOEXEC);
    if (root < 0) {
      if (errno == ENOENT) continue;
      return -1;
    }
    struct stat facts;
    struct landlock_path_beneath_attr rule = {.allowed_access = access, .parent_fd = root};
    int failed = fstat(root, &facts);
    if (!failed && !S_ISDIR(facts.st_mode)) rule.allowed_access &= of_files;
    if (!failed)
      failed = (int)syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
    int error = errno;
    close(root);
    if (failed) {
      errno = error;
      return -1;
    }
  }
  return 0;
}

static int enter_landlock(const char *const *read_roots, const char *const *write_roots,
                          int no_network) {
  int version = (int)syscall(SYS_landlock_create_ruleset, NULL, 0, 1 /* version */);
  if (version < 1) return -1;
  struct ruleset handled = {.fs = version_1};
  if (version >= 2) handled.fs |= ACCESS_FS_REFER;
  if (version >= 3) handled.fs |= ACCESS_FS_TRUNCATE;
  if (version >= 4 && no_network) handled.net = ACCESS_NET_BIND_TCP | ACCESS_NET_CONNECT_TCP;
  size_t size = version >= 4 ? sizeof handled : sizeof handled.fs;
  int ruleset = (int)syscall(SYS_landlock_create_ruleset, &handled, size, 0);
  if (ruleset < 0) return -1;
  if (allow(ruleset, read_roots, readable) || allow(ruleset, write_roots, writable & handled.fs) ||
      prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) ||
      syscall(SYS_landlock_restrict_self, ruleset, 0)) {
    int error = errno;
    close(ruleset);
    errno = error;
    return -1;
  }
  close(ruleset);
  return version;
}

/* Writes one line to a file of /proc; the kernel takes it in one call or not at all. */
static void put(const char *path, const char *line) {
  int file = open(path, O_WRONLY | O_CLOEXEC);
  if (file < 0) return;
  ssize_t written = write(file, line, strlen(line));
  (void)written;
  close(file);
}

static int leave_network(void) {
  unsigned user = geteuid(), group = getegid();
  if (unshare(CLONE_NEWUSER | CLONE_NEWNET)) return -1;
  /* The same numbers inside: files keep their owner in messages. Losing them harms nothing. */
  char line[64];
  put("/proc/self/setgroups", "deny");
  snprintf(line, sizeof line, "%u %u 1", user, user);
  put("/proc/self/uid_map", line);
  snprintf(line, sizeof line, "%u %u 1", group, group);
  put("/proc/self/gid_map", line);
  return 0;
}

int scarp_enter_sandbox(const char *const *read_roots, const char *const *write_roots,
                        struct scarp_sandbox *result) {
  memset(result, 0, sizeof *result);
  if (leave_network())
    result->network_errno = errno;
  else
    result->network = 1;
  int version = enter_landlock(read_roots, write_roots, !result->network);
  if (version < 0)
    result->landlock_errno = errno;
  else
    result->landlock = version;
  return result->landlock && result->network ? 0 : -1;
}
