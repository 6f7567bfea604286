Profile: ResusitasiNeonatus
Parent: Tindakan
Id: resusitasi-neonatus
Title: "Resusitasi bayi baru lahir"
Description: "Resusitasi bayi baru lahir, dilakukan atau tidak dilakukan."
* insert Terbitan
* insert Inggris([["Resuscitation of the newborn"]])
* insert Dilakukan(373110003, $sct, 386412000)
