/* The few functions of libcrypto that Scarp calls, as evp.h and crypto.h of OpenSSL 3.0 declare them.
   Those headers are not included: they bring much of the C library with them, whose types would
   count as this module's in every module that imports it. */
#ifndef CCRYPTO_SHIM_H
#define CCRYPTO_SHIM_H

#include <stddef.h>
#include <stdint.h>

typedef struct evp_md_st EVP_MD;
typedef struct evp_md_ctx_st EVP_MD_CTX;

#define OPENSSL_INIT_NO_LOAD_CONFIG 0x00000080L

int OPENSSL_init_crypto(uint64_t options, const void *settings);
EVP_MD *EVP_MD_fetch(void *library, const char *algorithm, const char *properties);
EVP_MD_CTX *EVP_MD_CTX_new(void);
void EVP_MD_CTX_free(EVP_MD_CTX *context);
int EVP_DigestInit_ex2(EVP_MD_CTX *context, const EVP_MD *type, const void *parameters);
int EVP_DigestUpdate(EVP_MD_CTX *context, const void *bytes, size_t count);
int EVP_DigestFinal_ex(EVP_MD_CTX *context, unsigned char *digest, unsigned int *size);

#endif
