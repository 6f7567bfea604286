Profile: InfeksiPerineum
Parent: YaTidak
Id: infeksi-perineum
Title: "Tanda infeksi perineum"
Description: "Ada atau tidak tanda infeksi pada perineum."
* insert Terbitan
* insert Inggris([["Signs of infection of the perineum"]])
* insert Diamati($klinis, OC000020, exam)
