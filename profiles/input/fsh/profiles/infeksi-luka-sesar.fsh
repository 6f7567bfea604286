Profile: InfeksiLukaSesar
Parent: YaTidak
Id: infeksi-luka-sesar
Title: "Tanda infeksi luka sesar"
Description: "Ada atau tidak tanda infeksi pada luka jahitan sesar."
* insert Terbitan
* insert Inggris([["Signs of infection of the caesarean wound"]])
* insert Diamati($klinis, OC000025, exam)
