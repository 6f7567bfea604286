Profile: AsiEksklusif
Parent: YaTidak
Id: asi-eksklusif
Title: "ASI eksklusif"
Description: "Anak hanya mendapat ASI sampai saat kunjungan, atau tidak."
* insert Terbitan
* insert Inggris([["Exclusive breastfeeding"]])
* insert Diamati($sct, 1145307003, survey)
